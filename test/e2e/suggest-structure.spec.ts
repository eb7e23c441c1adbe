import { expect, type Page } from '@playwright/test'
import { accessFaults } from './access.ts'
import { openWithReviewer } from './commenting.ts'
import { test } from './host.ts'
import { goTo } from './window.ts'

const cardsOf = (page: Page) => page.getByRole('list', { name: 'Comments' }).getByRole('article')

const units = (page: Page) =>
  page
    .locator('.act section[data-num]')
    .evaluateAll((all) => all.map((unit) => unit.getAttribute('data-num')))

test('U215, U216, U217, U218, U219: a reviewer suggests a new article, a move and a repeal; a drafter accepts, rejects and takes back', async ({
  page,
  host,
  browser,
}) => {
  const dana = await openWithReviewer({ page, host, browser })
  const standing = await units(dana.page)

  const ask = dana.page.getByRole('dialog')
  const line = (name: string) => dana.page.getByRole('row', { name })
  await line('Article 1. Signposts').dragTo(line('Law on Signposts'))
  await expect(ask).toContainText('Suggest moving a unit')
  await dana.page.keyboard.press('Escape')
  await expect(ask).toHaveCount(0)

  await goTo(dana.page, '1 1')
  await dana.page.keyboard.press('Control+Shift+KeyA')
  await expect(ask).toContainText('Suggest a new unit')
  expect(await accessFaults(dana.page)).toEqual([])
  await ask.getByRole('textbox', { name: 'Heading' }).fill('Lights')
  await ask
    .getByRole('textbox', { name: /^Text/ })
    .fill('1. A signpost has a light.\n2. It burns by night.')
  await ask.getByRole('textbox', { name: /^Why/ }).fill('For the dark')
  await ask.getByRole('button', { name: 'Suggest', exact: true }).click()
  await dana.page.getByRole('textbox', { name: 'Your name' }).fill('Dana')
  await dana.page.keyboard.press('Enter')

  await goTo(dana.page, '1 2')
  await dana.page.keyboard.press('Alt+ArrowUp')
  await expect(ask).toContainText('Suggest moving a unit')
  await ask.getByRole('button', { name: 'Suggest', exact: true }).click()
  await goTo(dana.page, '1 1')
  await dana.page.getByRole('button', { name: 'Repeal or restore' }).click()
  await expect(ask).toContainText('Suggest repealing a unit')
  await ask.getByRole('button', { name: 'Suggest', exact: true }).press('Enter')

  await dana.page.keyboard.press('Control+Alt+KeyK')
  await page.keyboard.press('Control+Alt+KeyK')
  for (const one of [dana.page, page]) {
    await expect(cardsOf(one)).toHaveCount(3)
    const drawn = one.locator('.act .suggested-new')
    await expect(drawn).toContainText('Dana suggests a new unit')
    await expect(drawn.locator('ins')).toHaveText([
      'Article 2. Lights',
      '1. A signpost has a light.',
      '2. It burns by night.',
    ])
    await expect(one.locator('.act section.suggested-gone')).toHaveAttribute('data-num', '1.')
    await expect(one.locator('.act section.suggested-gone')).toContainText(
      'Dana suggests repealing this',
    )
    await expect(one.locator('.act section.suggested-away')).toContainText(
      'Dana suggests moving this',
    )
    await expect(one.locator('.act .suggested-here')).toContainText('Dana suggests moving here')
    expect(await units(one)).toEqual(standing)
  }
  expect(await accessFaults(page)).toEqual([])
  await expect(dana.page.getByRole('button', { name: 'Accept' })).toHaveCount(0)

  const card = (words: string) => cardsOf(page).filter({ hasText: words })
  await card('Lights').getByRole('button', { name: 'Article 2.' }).click()
  await expect(page.locator('.unit-place')).toHaveText('Article 1. · 2.')
  await card('Lights').getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('textbox', { name: 'Your name' }).fill('Aida')
  await page.keyboard.press('Enter')
  for (const one of [dana.page, page])
    await expect(one.locator('.act section[data-num="Article 2."]')).toContainText('It burns')
  await card('Repeal').getByRole('button', { name: 'Reject' }).click()
  await expect(dana.page.locator('.act section.suggested-gone')).toHaveCount(0)
  await card('Move').getByRole('button', { name: 'Accept' }).press('Enter')
  await expect.poll(() => units(dana.page)).not.toEqual([...standing, 'Article 2.', '1.', '2.'])

  await page.locator('.act').click()
  await page.keyboard.press('Control+KeyZ')
  for (const one of [dana.page, page]) {
    await expect(cardsOf(one)).toHaveCount(1)
    await expect(one.locator('.act section.suggested-away')).toHaveCount(1)
    await expect.poll(() => units(one)).toEqual([...standing, 'Article 2.', '1.', '2.'])
  }
  await goTo(page, '1 2')
  await page.keyboard.press('Control+Shift+Backspace')
  await expect(cardsOf(page)).toContainText('The unit was removed since')
  await expect(cardsOf(page).getByRole('button', { name: 'Accept' })).toBeDisabled()
  await page.keyboard.press('Control+KeyZ')
  await expect(cardsOf(page)).not.toContainText('The unit was removed since')
  await cardsOf(dana.page).getByRole('button', { name: 'Take your suggestion back' }).click()
  for (const one of [dana.page, page]) await expect(cardsOf(one)).toHaveCount(0)
  await page.keyboard.press('Control+Alt+KeyJ')
  await goTo(page, '2 1')
  await expect(page.getByRole('region', { name: 'Who changed this unit' })).toContainText('Dana')
  await dana.leave()
})
