from django.db.models.expressions import RawSQL
from django.db.models import FloatField


def rating_for(audience):
    """Average rating of a title within one audience segment."""
    base = (
        "SELECT AVG(r.stars) FROM catalog_rating r "
        "WHERE r.title_id = catalog_title.id AND r.audience = "
    )
    return RawSQL(base + "'" + audience + "'", [], output_field=FloatField())
