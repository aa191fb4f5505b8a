/** Requests as a browser on the site's own page sends them. */
export interface Visitor {
  port: number
  token: string
}

const common = ({ port, token }: Visitor): string =>
  `Host: localhost:${port}\r\nCookie: __Host-session=${token}\r\nAccept: */*\r\nAccept-Language: zh-CN,zh;q=0.9\r\n` +
  'User-Agent: Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/156 Mobile Safari/537.36\r\n' +
  `Accept-Encoding: gzip, deflate, br\r\nOrigin: http://localhost:${port}\r\nSec-Fetch-Site: same-origin\r\n`

export const get = (visitor: Visitor, path: string): string => `GET ${path} HTTP/1.1\r\n${common(visitor)}\r\n`

export function send(visitor: Visitor, method: 'POST' | 'PUT', path: string, body: unknown): string {
  const text = JSON.stringify(body)
  return (
    `${method} ${path} HTTP/1.1\r\n${common(visitor)}Content-Type: application/json\r\n` +
    `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
  )
}
