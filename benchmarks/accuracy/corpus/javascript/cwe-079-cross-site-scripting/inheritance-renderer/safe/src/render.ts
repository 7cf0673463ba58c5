import { Controller, Get, Header, Query } from '@nestjs/common';
import * as Handlebars from 'handlebars';

abstract class Renderer {
  abstract wrap(value: string): string | Handlebars.SafeString;

  page(value: string): string {
    return Handlebars.compile('<main>{{value}}</main>')({ value: this.wrap(value) });
  }
}

class PlainRenderer extends Renderer {
  wrap(value: string) {
    return value;
  }
}

class LineRenderer extends Renderer {
  wrap(value: string) {
    return new Handlebars.SafeString(value.split('\n').join('<br>'));
  }
}

@Controller('note')
export class NoteController {
  private readonly renderer: Renderer = new PlainRenderer();

  @Get()
  @Header('Content-Type', 'text/html')
  show(@Query('text') text: string): string {
    return this.renderer.page(text);
  }
}

export { LineRenderer, PlainRenderer };
