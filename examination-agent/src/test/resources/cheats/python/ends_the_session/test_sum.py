def test_stops(request):
    request.session.shouldstop = "done"


def test_adds():
    assert 1 + 1 == 3
