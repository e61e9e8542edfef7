"""What all shapes share."""

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A record that leaves or enters by the API."""

    model_config = ConfigDict(frozen=True, extra="forbid")
