"""The exchange with a platform: the only room that knows httpx."""

from desktop.contracts.transport.client import Limits, ProxyAddress
from desktop.contracts.transport.exchange import Answer, Bearer, Greeting, Transport

__all__ = ["Answer", "Bearer", "Greeting", "Limits", "ProxyAddress", "Transport"]
