/** Where a request came from, as coarsely as it may be kept: a network, not a person's line. */

/** @returns '203.0.113.0/24', '2001:db8:1::/48', 'local', or '' for what is no address */
export function coarseAddress(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(ip)
  if (v4) return v4[1] === '127' ? 'local' : `${v4[1]}.${v4[2]}.${v4[3]}.0/24`
  if (!/^[0-9a-f:.]+$/i.test(ip) || !ip.includes(':')) return ''
  if (ip === '::1') return 'local'
  const [front = ''] = ip.split('::')
  const groups = front === '' ? [] : front.toLowerCase().split(':')
  const first = [0, 1, 2].map(at => (groups[at] ?? '0').replace(/^0+(?=.)/, ''))
  return `${first.join(':')}::/48`
}

/**
 * The line that a request came over, to count requests by: of IPv6 the first 64 bits, since one household or office
 * is given all addresses below them.
 * @returns '203.0.113.7', '2001:db8:1:2::/64'
 */
export function lineOf(ip: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)
  if (v4?.[1]) return v4[1]
  if (!ip.includes(':')) return ip
  const [front = [], back = []] = (ip.toLowerCase().split('%')[0] ?? '').split('::').map(groupsOf)
  const zeros = Array.from({ length: 8 - front.length - back.length }, () => '0')
  return `${[...front, ...zeros, ...back].slice(0, 4).join(':')}::/64`
}

const groupsOf = (part: string): string[] =>
  part === '' ? [] : part.split(':').map(group => group.replace(/^0+(?=.)/, ''))
