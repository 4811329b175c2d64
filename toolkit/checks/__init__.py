"""The checks: each module looks at one pair for one kind of discrepancy; `table.py` names them all."""
