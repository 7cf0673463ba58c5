import nodemailer from 'nodemailer';

const transport = nodemailer.createTransport({
  host: 'smtp.example.com',
  port: 587,
  secure: false,
  requireTLS: true,
  auth: { user: process.env.SMTP_USER, pass: process.env.SMTP_PASSWORD },
});

export async function sendCode(to: string, code: string): Promise<void> {
  await transport.sendMail({ from: 'codes@example.com', to, subject: 'Your code', text: `Your code is ${code}.` });
}
