import type { Messages } from '../zh.ts'

export const screen: Messages['screen'] = {
  title: 'Big screen',
  participants: 'People so far',
  regionsIn: 'Districts so far',
  map: 'Diagram of districts: people per 10,000 residents',
  mapWhy: 'A diagram, not a map. People per 10,000 residents.',
  regions: 'Per 10,000 residents',
  people: 'Best results',
  nobody: 'Waiting for the first',
  nobodyCame: 'Nobody took part',
  few: 'Not shown below five people',
  hidden: 'Results come later',
  noRanks: 'Districts are not ranked in this contest',
  frozen: 'Boards frozen.',
  asOf: 'As of',
  lost: 'Connecting again.',
  qr: 'QR code of the contest’s page',
  scan: 'Scan and take part',
  scanClosed: 'Scan for the boards',
  scanCampaign: 'Scan to see more',
}
