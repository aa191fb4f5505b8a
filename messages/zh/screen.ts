/** The big screen. */
export const screen = {
  title: '大屏',
  participants: '已参加（人）',
  regionsIn: '已参加的区县（个）',
  map: '区县示意图：每万人参与人数',
  mapWhy: '示意图，非地图。每万人参与人数。',
  regions: '区县：每万人参与',
  people: '成绩榜',
  nobody: '等第一份答卷',
  asOf: '截至',
  lost: '正在重新连接。',
  qr: '竞赛页面的二维码',
  scan: '扫码答题',
  scanClosed: '扫码看榜单和手册',
  scanCampaign: '扫码看活动',
}
