import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { launch, type RunningApp, removeData } from './launch.ts'
import { pageBridge } from './page-bridge.ts'

const LAW = 'Law on Signposts\n\nArticle 1. Signposts\n\n1. A signpost is seen from afar.\n'

test('H28: a desk that dies is replaced, and its windows are told', async () => {
  await withApp([], async (app) => {
    const bridge = await pageBridge(app.page)
    const told: string[] = []
    bridge.subscribe((event) => {
      if (event.kind === 'connection') told.push(event.state)
    })
    const before = await titles(app)
    await app.evaluate(({ desktop }) => void desktop.forked.at(-1).kill())
    await expect.poll(() => told).toEqual(['lost', 'restored'])
    expect(await titles(app)).toEqual(before)
    expect(await app.evaluate(({ desktop }) => desktop.forked.length)).toBe(2)
  })
})

test('H28: a call under way when the desk dies ends as a problem', async () => {
  await withApp([], async (app) => {
    const bridge = await pageBridge(app.page)
    const lost = new Promise<void>((resolve) => {
      bridge.subscribe((event) => {
        if (event.kind === 'connection' && event.state === 'lost') resolve()
      })
    })
    await app.evaluate(({ desktop }) => void desktop.forked.at(-1).kill())
    await lost
    const answer = await bridge.listDocuments()
    if (!answer.ok) expect(answer.problem.code).toBe('bridge/lost')
  })
})

test('H28: a library that cannot be opened is told, and the app ends', async () => {
  await withApp([], async (app) => {
    // A library that is still being made could not be taken away.
    await expect.poll(() => titles(app)).not.toEqual([])
    const told = app.evaluate<string>(({ desktop }) => desktop.nextErrorBox())
    const library = path.join(app.dir, 'library')
    rmSync(library, { recursive: true })
    writeFileSync(library, 'a file where a folder should be')
    await app.evaluate(({ desktop }) => void desktop.forked.at(-1).kill())
    expect(await told).toMatch(/^Bapta cannot open its library\. .{10,}/)
    expect(await app.exited).toBe(0)
  })
})

test('H29: the files that the command line names are read into the library', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-named-'))
  const file = path.join(dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await withApp([file], async (app) => {
    await expect.poll(() => titles(app)).toContain('Law on Signposts')
  })
  rmSync(dir, { recursive: true })
})

test('H29: a second start hands its files to the first; the page learns no path', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-named-'))
  writeFileSync(path.join(dir, 'signposts.txt'), LAW)
  await withApp([], async (app) => {
    const bridge = await pageBridge(app.page)
    const heard: string[] = []
    bridge.subscribe((event) => heard.push(JSON.stringify(event)))
    await app.evaluate(
      ({ app: own }, folder) =>
        void own.emit('second-instance', {}, ['electron', 'signposts.txt', 'absent.txt'], folder),
      dir,
    )
    await expect.poll(() => titles(app)).toContain('Law on Signposts')
    await expect
      .poll(() => heard.filter((event) => event.includes('desk/file-unreadable')))
      .toHaveLength(1)
    expect(heard.join()).toContain('absent.txt')
    expect(heard.join()).not.toContain(dir)
  })
  rmSync(dir, { recursive: true })
})

test('H29: the menu imports the texts chosen in the dialog', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'bapta-named-'))
  const file = path.join(dir, 'signposts.txt')
  writeFileSync(file, LAW)
  await withApp([], async (app) => {
    await app.evaluate(({ desktop, Menu }, chosen) => {
      desktop.chosenFiles = [chosen]
      Menu.getApplicationMenu().getMenuItemById('import').click()
    }, file)
    await expect.poll(() => titles(app)).toContain('Law on Signposts')
  })
  rmSync(dir, { recursive: true })
})

test('H30: the menu speaks the language of the settings, at once', async () => {
  await withApp([], async (app) => {
    const labels = () =>
      app.evaluate<string[]>(({ Menu }) =>
        Menu.getApplicationMenu().items.map(({ label }: { label: string }) => label),
      )
    const bridge = await pageBridge(app.page)
    for (const [language, first] of [
      ['ru', 'Файл'],
      ['kk', 'Файл'],
      ['en', 'File'],
    ] as const) {
      await bridge.writeSettings({
        language,
        theme: 'system',
        person: { id: '', name: '' },
        pdf: 'ua-1',
      })
      await expect.poll(labels).toContain(first)
      const edit = { ru: 'Правка', kk: 'Түзету', en: 'Edit' }[language]
      await expect.poll(labels).toContain(edit)
    }
  })
})

test('H31: quitting ends the desk first, and what was saved is there at the next start', async () => {
  const first = await launch('stand-in')
  const bridge = await pageBridge(first.page)
  await bridge.writeSettings({
    language: 'kk',
    theme: 'dark',
    person: { id: '', name: '' },
    pdf: 'ua-1',
  })
  const desk = await first.evaluate(({ app, desktop }) => {
    app.quit()
    return new Promise((resolve) => desktop.forked.at(-1).once('exit', resolve))
  })
  expect(desk).toBe(0)
  expect(await first.exited).toBe(0)
  const second = await launch('stand-in', { dir: first.dir })
  const settings = await (await pageBridge(second.page)).readSettings()
  expect(settings).toMatchObject({ ok: true, value: { language: 'kk', theme: 'dark' } })
  await second.close()
  removeData(second)
})

for (const [name, answer, pages] of [
  ['stays when the drafter says so', 0, 1],
  ['closes when the drafter says so', 1, 0],
] as const) {
  test(`H31: a window with words not yet saved asks, and ${name}`, async () => {
    await withApp([], async (app) => {
      // The stand-in answers the page's question; Playwright in the test must not.
      app.page.on('dialog', () => {})
      await app.page.evaluate(() => {
        window.addEventListener('beforeunload', (event) => event.preventDefault())
      })
      await app.page.mouse.click(5, 5)
      await app.evaluate(({ BrowserWindow, desktop }, chosen) => {
        desktop.messageBoxAnswer = chosen
        BrowserWindow.getAllWindows()[0].close()
      }, answer)
      if (pages === 0) {
        expect(await app.exited).toBe(0)
        return
      }
      await expect.poll(() => app.evaluate(({ desktop }) => desktop.messageBoxes.length)).toBe(1)
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
        1,
      )
    })
  })
}

async function withApp(args: readonly string[], use: (app: RunningApp) => Promise<void>) {
  const app = await launch('stand-in', { args })
  try {
    await use(app)
  } finally {
    await app.close()
    removeData(app)
  }
}

function titles(app: RunningApp): Promise<readonly string[]> {
  return app.page.evaluate(async () => {
    const answer = await window.bridge?.listDocuments()
    return answer?.ok ? answer.value.map(({ title }) => title) : []
  })
}
