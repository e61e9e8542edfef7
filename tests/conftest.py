"""How properties are drawn in all rooms: no limits of time, which a busy machine breaks whatever the code does."""

from hypothesis import HealthCheck, settings

settings.register_profile("palanca", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("palanca")
