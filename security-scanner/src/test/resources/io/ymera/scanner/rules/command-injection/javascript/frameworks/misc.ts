import { exec } from 'child_process'; import { defineEventHandler, getQuery, readBody, getRouterParam, getHeader, sendRedirect } from 'h3'; import polka from 'polka'; import restify from 'restify'; import { Elysia } from 'elysia'; import { Worker } from 'bullmq'; import amqp from 'amqplib'; import * as functions from 'firebase-functions'; import { onRequest, onCall } from 'firebase-functions/v2/https'; import { app } from '@azure/functions'; import * as ff from '@google-cloud/functions-framework'; import { Context } from 'oak'; import { App } from '@slack/bolt'; import TelegramBot from 'node-telegram-bot-api'; import { Client } from 'discord.js'; import formidable from 'formidable'; import busboy from 'busboy'; import express from 'express';
export default defineEventHandler(async (event) => { const { d } = getQuery(event); exec('ls ' + d); const b = await readBody(event); exec('ls ' + b.d); exec('ls ' + getRouterParam(event, 'x')); }); // finding: command-injection
polka().get('/', (q, s) => { exec('ls ' + q.query.d); }); // finding: command-injection
new Elysia().get('/', ({ query, body, params }) => { exec('ls ' + query.d); }).post('/x', ({ body }) => { exec('ls ' + body.d); }); // finding: command-injection
new Worker('q', async (job) => { exec('ls ' + job.data.d); }); // finding: command-injection
exports.f = functions.https.onRequest((q, s) => { exec('ls ' + q.query.d); }); // finding: command-injection
exports.g = functions.https.onCall((data, context) => { exec('ls ' + data.d); }); // finding: command-injection
exports.h = onRequest((q, s) => { exec('ls ' + q.query.d); }); exports.i = onCall((r) => { exec('ls ' + r.data.d); }); // finding: command-injection
ff.http('x', (q, s) => { exec('ls ' + q.query.d); }); // finding: command-injection
