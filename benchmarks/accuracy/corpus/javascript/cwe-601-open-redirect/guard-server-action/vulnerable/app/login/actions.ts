'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { createSession, verifyPassword } from '@/lib/auth';

const BASE = 'https://portal.example-insurance.com';

export interface LoginState {
  message?: string;
}

function landing(next: FormDataEntryValue | null): string {
  if (typeof next !== 'string' || next === '' || !URL.canParse(next, BASE)) {
    return `${BASE}/policies`;
  }
  const target = new URL(next, BASE);
  return target.href.startsWith(BASE) ? target.href : `${BASE}/policies`;
}

export async function login(_state: LoginState, form: FormData): Promise<LoginState> {
  const user = await verifyPassword(String(form.get('email')), String(form.get('password')));
  if (!user) {
    return { message: 'E-mail address or password is wrong' };
  }

  const session = await createSession(user.id);
  cookies().set('portal_session', session.id, {
    httpOnly: true,
    secure: true,
    sameSite: 'lax',
    path: '/',
    expires: session.expiresAt,
  });
  redirect(landing(form.get('next')));
}
