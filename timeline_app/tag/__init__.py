"""An `Article` in, its `TimeExpression`s out. The engine; the words are in `languages/`."""
