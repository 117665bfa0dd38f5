"""What is not the parties' text, set apart from it: contents lists, running heads and feet, page numbers, margins."""
