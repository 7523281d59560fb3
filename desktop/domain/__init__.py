"""The words and the rules of listing; standard library and pydantic only."""
