"""An `Article` and its `TimeExpression`s in, `Mention`s out."""
