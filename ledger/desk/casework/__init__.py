"""What people make of conflicts and claims: decisions, care of claims, forecasts."""
