from rest_framework import serializers, viewsets
from rest_framework.permissions import IsAuthenticated

from .annotations import rating_for
from .models import Title


class TitleSerializer(serializers.ModelSerializer):
    rating = serializers.FloatField(read_only=True)

    class Meta:
        model = Title
        fields = ["id", "name", "year", "rating"]


class TitleViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = TitleSerializer
    permission_classes = [IsAuthenticated]

    def get_queryset(self):
        titles = Title.objects.filter(published=True)
        audience = self.request.query_params.get("audience")
        if audience:
            titles = titles.annotate(rating=rating_for(audience)).order_by("-rating")
        return titles
