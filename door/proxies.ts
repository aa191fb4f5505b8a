/** Who is a proxy of ours: its X-Forwarded-For says where a request comes from, and nobody else's does. */
import { BlockList, isIP, isIPv4 } from 'node:net'

/** @param named addresses and networks, as the environment gives them */
export function proxyCheck(named: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const written of named) {
    const [address = '', bits] = written.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return address => {
    const version = isIP(address)
    return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6')
  }
}
