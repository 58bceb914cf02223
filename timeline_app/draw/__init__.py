"""`Event`s in, a `Layout` out (pure geometry), and the layout as a Plotly figure."""
