import { expect } from '@playwright/test'
import { test } from './host.ts'
import { goTo, openSample } from './window.ts'

test('S14, S84: the keys cut an article, and the amending law says so', async ({ page }) => {
  await openSample(page)
  const numbers = page.locator('.act section[data-num]')
  const before = await numbers.count()
  await goTo(page, '5 1')
  for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+Shift+Enter')
  await expect(numbers).toHaveCount(before + 1)
  await page.keyboard.press('Control+KeyZ')
  await expect(numbers).toHaveCount(before)

  await goTo(page, '5')
  await page.keyboard.press('Control+Shift+KeyA')
  await page.keyboard.type('The Council advises the President.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('It meets once a month.')
  await page.keyboard.press('Control+Alt+KeyL')
  await expect(page.getByText('Proved', { exact: true })).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: 'Law' })).toContainText('It meets once a month.')
})
