"""Train, export and measure the translator: `python -m scripts.train.prepare|train|export|evaluate`."""
