import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { join } from 'node:path';
import { PdfTextService } from './pdf-text.service';

class ExtractDto {
  from?: string;
  to?: string;
  password?: string;
}

@Controller('statements')
export class StatementsController {
  constructor(private readonly pdf: PdfTextService) {}

  @Post(':id/text')
  async text(@Param('id', ParseUUIDPipe) id: string, @Body() dto: ExtractDto) {
    const content = await this.pdf.extract(join('/srv/statements', `${id}.pdf`), {
      firstPage: Number(dto.from) || undefined,
      lastPage: Number(dto.to) || undefined,
      password: dto.password,
    });
    return { content };
  }
}
