"""What is not the parties' text, set apart from it: contents lists, running heads and feet, page numbers, margins.

- A running line is believed by what repeats, never by its words: the same line at the edge of sheet after sheet, or a
  number that goes up with the sheets. Without sheets it must stand in the middle of sentences or beside page numbers, as
  far apart as pages are.
- A line that repeats on a stretch of sheets only loses its later stands, because the first may be the title of a letter or
  article.
- A contents list is believed if its entries stand again in the text in their order, or if it has a head and its pages go
  up. Rates with leaders, one-line sections and lists of names do neither, and stay.
- Where a number stands at the foot, the page mark stands at the first line of its page and covers nothing; the number
  itself is furniture. Head and foot are told apart by sheets, else by the pages that the contents list gives, else by the
  text before the first number and after the last.
"""
