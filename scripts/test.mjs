import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureTestTools } from './debian.mjs'
import { root } from './node.mjs'
import { say } from './say.mjs'
import { setUpWindow } from './setup.mjs'

const reports = path.join(root, 'out/test')
const bin = (name, file) => path.join(root, 'node_modules', name, file)

/** Each gate in the order in which it fails cheapest; `count` reads its report, else it counts as one. */
const STEPS = [
  { name: 'format', run: [bin('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.'] },
  { name: 'types', run: [bin('typescript', 'bin/tsc'), '-b'] },
  { name: 'unused', run: [bin('knip', 'bin/knip.js')] },
  {
    name: 'unit',
    run: [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${path.join(reports, 'unit.json')}`,
    ],
    count: countVitest,
  },
  {
    name: 'e2e',
    run: [bin('@playwright/test', 'cli.js'), 'test', '--reporter=line,json'],
    // It sets FORCE_COLOR in its own programs, and Node complains of that beside NO_COLOR.
    colourless: { FORCE_COLOR: '0' },
    count: countPlaywright,
  },
]

/** Of each fault that is told again at the end. */
const LINES_TOLD = 30

const CHECK = ['format', 'types', 'unused', 'unit']

try {
  process.exitCode = test(process.argv.slice(2))
} catch (error) {
  say(error.message)
  process.stdout.write('0 passed, 1 failed\n')
  process.exitCode = 1
}

/** Runs the named gates, all when none is named; the last line tells how many tests passed and failed. */
function test(names) {
  const wanted =
    names.length === 0
      ? STEPS.map(({ name }) => name)
      : names.flatMap((name) => (name === 'check' ? CHECK : [name]))
  const unknown = wanted.find((name) => !STEPS.some((step) => step.name === name))
  if (unknown)
    throw new Error(
      `There is no gate ${unknown}: name some of check, ${STEPS.map(({ name }) => name).join(', ')}`,
    )
  const node = setUpWindow()
  ensureTestTools()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const total = { passed: 0, failed: 0 }
  for (const step of STEPS.filter(({ name }) => wanted.includes(name))) {
    const { passed, failed } = runStep(node, step)
    process.stdout.write(`${step.name}: ${passed} passed, ${failed} failed\n`)
    total.passed += passed
    total.failed += failed
  }
  tellFaults()
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
}

function runStep(node, step) {
  const { status } = spawnSync(node, step.run, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(process.stdout.isTTY ? {} : (step.colourless ?? { NO_COLOR: '1' })),
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(reports, 'e2e.json'),
    },
  })
  const counted = step.count?.() ?? { passed: status === 0 ? 1 : 0, failed: 0 }
  // A gate that fails without a failed test to show (a crash, a leak) still fails the run.
  return status === 0 ? counted : { ...counted, failed: Math.max(1, counted.failed) }
}

function countVitest() {
  const report = readReport('unit.json')
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 1 }
}

function countPlaywright() {
  const stats = readReport('e2e.json')?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 1 }
}

/** Says again, at the end of a long output, what failed and with which words. */
function tellFaults() {
  for (const { how, title, error } of [...unitFaults(), ...journeyFaults()]) {
    const words = stripVTControlCharacters(error).trim().split('\n')
    process.stdout.write(`\n${how}: ${title}\n${words.slice(0, LINES_TOLD).join('\n')}\n`)
  }
}

function unitFaults() {
  const files = readReport('unit.json')?.testResults ?? []
  return files.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    const tests = failed.map(({ fullName, failureMessages }) => ({
      how: 'failed',
      title: fullName,
      error: failureMessages.join('\n'),
    }))
    return message ? [{ how: 'failed', title: name, error: message }, ...tests] : tests
  })
}

/** A journey that passes at its second try only is named too: its race is a fault to be mended. */
function journeyFaults() {
  const inSuite = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(inSuite)]
  const specs = (readReport('e2e.json')?.suites ?? []).flatMap(inSuite)
  return specs.flatMap(({ title, file, tests }) =>
    tests.flatMap(({ status, projectName, results }) => {
      if (status !== 'unexpected' && status !== 'flaky') return []
      const errors = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''))
      const how = status === 'flaky' ? 'failed at first' : 'failed'
      return [{ how, title: `[${projectName}] ${file}: ${title}`, error: errors.join('\n') }]
    }),
  )
}

function readReport(name) {
  const file = path.join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
