/** One line to the person at the terminal; stdout is left to results. */
export function say(line) {
  process.stderr.write(`${line}\n`)
}
