"""factledger: who said what, where and when, and where sources differ."""

__version__ = "0.1.0"
