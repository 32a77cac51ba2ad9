// MiniSearch's row of the table that search-bench prints, over the same pages and words:
//   search-bench 10000 FOLDER && node minisearch_peer.mjs FOLDER [WORDS]
// in a folder of its own with `npm install minisearch`; nothing of it is part of the product. Fields,
// weights and forgiveness are those of the Integreat app: title twice, a word as a beginning, a
// quarter of its letters wrong. WORDS of each language are typed (60): a keystroke takes long.
import MiniSearch from 'minisearch'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, count = '60'] = process.argv.slice(2)
const read = name => JSON.parse(readFileSync(join(folder, `${name}.json`)))
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e3 }
const normal = s => s.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase()
const at = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1)
}
const all = [], byLetters = [[], [], [], [], []]
let seconds = 0, there = 0, found = 0
for (const [language, words] of Object.entries(read('words'))) {
  const pages = read(language).map((page, id) => ({ id, ...page }))
  const start = cpu()
  const index = new MiniSearch({ fields: ['title', 'body'], processTerm: normal,
    searchOptions: { boost: { title: 2 }, fuzzy: 0.25, prefix: true, processTerm: normal } })
  index.addAll(pages)
  seconds += (cpu() - start) / 1e3
  const typed = words.slice(0, +count)
  for (const word of typed.slice(0, 2)) index.search(word)  // warms up
  for (const word of typed) {
    const letters = [...word].slice(0, 12)
    for (let end = 1; end <= letters.length; ++end) {
      const before = cpu()
      index.search(letters.slice(0, end).join('')).slice(0, 10)
      const took = cpu() - before
      all.push(took)
      byLetters[Math.min(end, 4)].push(took)
    }
  }
  if (!language.startsWith('zh')) continue
  for (const word of words.slice(0, 20)) {
    const pagesWith = Math.min(100, pages.filter(p => p.title.includes(word) || p.body.includes(word)).length)
    there += pagesWith
    found += Math.min(pagesWith, index.search(word, { fuzzy: false }).length)
  }
}
const two = times => `${at(times, 0.5)} / ${at(times, 0.99)}`
console.log(`| MiniSearch (${count} words) | ${seconds.toFixed(1)} | in memory | ${two(all)} / ${at(all, 1)} | – | ${
  byLetters.slice(1).map(two).join(' | ')} | ${there ? Math.round(100 * found / there) : 0} % |`)
