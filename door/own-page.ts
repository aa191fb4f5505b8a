/** Pages of the door itself, for when Next cannot be asked. Both languages at once: no address was understood. */
import type { FastifyReply } from 'fastify'
import { pagePolicy } from './headers.ts'

interface Words {
  zh: string
  en: string
}

const words: Record<400 | 404 | 413 | 421 | 429 | 500 | 503, Words> = {
  400: { zh: '这个网址有误。', en: 'This address is not valid.' },
  404: { zh: '没有这个页面。', en: 'There is no such page.' },
  413: { zh: '发送的内容太大。', en: 'Too much was sent.' },
  421: { zh: '本站不在这个网址上。', en: 'This site does not live at this address.' },
  429: { zh: '请求太频繁，请稍等片刻再试。', en: 'Too many requests. Please wait a moment and try again.' },
  500: {
    zh: '服务器出错了，已记录。请稍后再试。',
    en: 'Something went wrong and has been recorded. Please try again later.',
  },
  503: {
    zh: '现在访问的人很多，请稍等，页面几秒后会自己再打开。',
    en: 'Many people are here right now. Please wait: the page opens again by itself in a few seconds.',
  },
}

export type OwnStatus = keyof typeof words

/** Seconds after which somebody who was sent away may come back. */
export const retryAfter = (): string => String(2 + Math.floor(Math.random() * 4))

/** Answers with a small page that says what is the matter, and never with anything of the request. */
export function sendOwnPage(reply: FastifyReply, status: OwnStatus): FastifyReply {
  const { zh, en } = words[status]
  const seconds = retryAfter()
  if (status === 503 || status === 429) reply.header('retry-after', seconds)
  const again = status === 503 ? `<meta http-equiv="refresh" content="${seconds}">` : ''
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy([]),
    })
    .send(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${status}</title>${again}<link rel="stylesheet" href="/plain.css">` +
        `<main><h1>${zh}</h1><p lang="en">${en}</p><p><a href="/">返回首页 · Home</a></p></main></html>`,
    )
}
