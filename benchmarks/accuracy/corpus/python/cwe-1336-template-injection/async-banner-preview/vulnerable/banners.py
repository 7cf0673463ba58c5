from dataclasses import asdict, dataclass
from datetime import date

from quart import Quart, render_template_string, request
from quart_auth import QuartAuth, login_required

app = Quart(__name__)
app.config.from_prefixed_env()
QuartAuth(app)

LAYOUT = """
<section class="banner {{ tone }}">
  <h2>%s</h2>
  <p>{{ text }}</p>
  {%% if until %%}<small>until {{ until }}</small>{%% endif %%}
</section>
"""


@dataclass
class Banner:
    headline: str
    text: str
    tone: str = "info"
    until: date | None = None

    @classmethod
    def from_form(cls, form):
        until = form.get("until")
        return cls(
            headline=form.get("headline", "")[:200],
            text=form.get("text", "")[:1000],
            tone=form.get("tone", "info"),
            until=date.fromisoformat(until) if until else None,
        )


@app.post("/banners/preview")
@login_required
async def preview():
    try:
        banner = Banner.from_form(await request.form)
    except ValueError:
        return "malformed date", 400
    return await render_template_string(LAYOUT % banner.headline, **asdict(banner))


@app.get("/banners/tones")
async def tones():
    return {"tones": ["info", "warning", "celebration"]}
