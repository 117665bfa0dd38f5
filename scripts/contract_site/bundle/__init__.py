"""A built site in, files to carry away out. Every bundle is a function from a build to files below ``downloads/``."""
