import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { installRuntime, type Runtime } from '#services/runtime'
import { contactHref, recordDigits, siteSettings } from './site.ts'

const warn = vi.fn()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  warn.mockClear()
  installRuntime({ environment: { dataDir: folder }, log: { warn } } as unknown as Runtime)
})

describe('What an office says about itself', () => {
  it('is a name and nothing else until it says more', async () => {
    expect(Object.keys(await siteSettings())).toEqual(['name'])
    expect(warn).not.toHaveBeenCalled()
  })

  it('is read from site.json', async () => {
    writeFileSync(join(folder, 'site.json'), JSON.stringify({ icp: '渝ICP备00000000号', contact: '023-0000 0000' }))
    expect(await siteSettings()).toMatchObject({ icp: '渝ICP备00000000号', contact: '023-0000 0000' })
  })

  it.each(['{', '{"sponsorUrl":"javascript:alert(1)"}', '{"unknown":1}'])(
    'is left out when it is wrong: %s',
    async text => {
      writeFileSync(join(folder, 'site.json'), text)
      expect(Object.keys(await siteSettings())).toEqual(['name'])
      expect(warn).toHaveBeenCalledOnce()
    },
  )

  it('becomes links where it can be called or written to', () => {
    expect(contactHref('023-0000 0000')).toBe('tel:02300000000')
    expect(contactHref('ip@example.gov.cn')).toBe('mailto:ip@example.gov.cn')
    expect(contactHref('办公室三楼')).toBeNull()
    expect(recordDigits('渝公网安备50010302000000号')).toBe('50010302000000')
  })
})
