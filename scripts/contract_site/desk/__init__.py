"""The reading desk: a source beside what was parsed of it, on this machine; each decision is a row of the editors' files.

Why so: what a person sees must become a row that is reviewed and kept, so the desk has no store of its own and no other way to
change a text; the rows are those that can be written by hand. A row is tried before it is written: it must parse, and change
what it is meant to change. The server is Werkzeug's, the smallest kept library that has requests, hosts and a test client
(one package on what is installed anyway; Starlette with uvicorn are six, aiohttp ten, Flask four more around Werkzeug itself;
MkDocs' own server only shows files). It listens on the loopback only and asks for a token in every address.
"""
