"""Commands about what is installed: what it is made of, and how well it reads."""

from palanca.cli.options import AsJson, Pipeline, languages_from
from palanca.cli.printing import console


def doctor(pipeline: Pipeline = None) -> None:
    """Show what this installation is made of, with the licence of every pipeline."""
    import palanca

    for part in palanca.doctor(languages_from(pipeline)):
        print(f"{part.name:<12} {part.state}")


def score(json: AsJson = False) -> None:
    """Print how well this version reads: precision, recall and F1 of each layer, as last measured."""
    from rich.table import Table

    from palanca.exchange.scorecard import said_of, scorecard

    card = scorecard()
    if json:
        print(card.model_dump_json(indent=1))
        return
    table = Table("layer", "annotated", "precision", "recall", "F1", "strict F1", box=None, pad_edge=False)
    for row in card.layers:
        strict = "" if row.strict_f1 is None else f"{row.strict_f1:.2f}"
        table.add_row(row.layer, str(row.gold), f"{row.precision:.2f}", f"{row.recall:.2f}", f"{row.f1:.2f}", strict)
    console().print(table)
    print(said_of(card))
