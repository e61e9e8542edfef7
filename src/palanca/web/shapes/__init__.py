"""What the API says, as records that are checked at the door and described in its OpenAPI document."""
