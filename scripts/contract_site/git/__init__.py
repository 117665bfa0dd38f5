"""What git knows of a project: which files it holds as they are, and the project as it was at an earlier commit.

Git is asked as a program, and may be missing: then nothing is held, and there is nothing earlier.
"""
