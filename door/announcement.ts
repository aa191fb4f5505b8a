/** What is printed once the server listens: where it is, where data lie, and what to do first. */
import { networkInterfaces } from 'node:os'
import { isLocalHost } from '#core/host'
import type { Environment } from '#services/environment'

/** @param port the one it really listens on @param setupToken of the first staff account; null once there is one */
export function announcement(environment: Environment, port: number, setupToken: string | null): string {
  const here = environment.siteUrl ?? `http://localhost:${port}`
  const phone = environment.siteUrl === null && environment.host === '0.0.0.0' ? lanAddress() : null
  const lines = [
    '',
    `  网址 Address         ${here}`,
    phone && `  手机 On a phone      http://${phone}:${port}   （同一网络 same network）`,
    setupToken && `  首次设置 First staff  ${here}/zh/staff/set-up?token=${setupToken}`,
    `  数据 Data            ${environment.databaseUrl ? 'PostgreSQL + ' : ''}${environment.dataDir}`,
    '',
    !environment.outbox &&
      '  注意：还没有设置发送验证码的途径，市民暂时无法登录。No way to send sign-in codes is set up yet.',
    environment.siteUrl?.startsWith('https:') &&
      environment.proxies.length === 0 &&
      '  注意：https 由前面的代理提供，请用 PROXIES 写明它的地址，否则所有人看起来来自同一处，次数限制会互相占用。\n' +
        '  Say in PROXIES which address the https proxy has: else all people seem to come from one, and share its limits.',
    phone && '  注意：局域网内用 http 访问时连接未加密，只供试用。正式使用请设置 SITE_URL=https://…',
    phone &&
      '  Plain http in a private network is not encrypted: for trials only. Set SITE_URL=https://… for real use.',
    phone && '',
  ]
  return lines.filter(line => line !== null && line !== false).join('\n')
}

/** The first address of this machine in a private network, for a phone beside it. */
function lanAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  const found = all.find(one => one.family === 'IPv4' && !one.internal && isLocalHost(one.address))
  return found?.address ?? null
}
