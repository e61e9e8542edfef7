"""A cited dossier of a person, a body, a place or a country: `import palanca` offers `portrait`."""

from palanca.questions.portraits.asked import PortraitOptions
from palanca.questions.portraits.drawing import portrait

__all__ = ["PortraitOptions", "portrait"]
