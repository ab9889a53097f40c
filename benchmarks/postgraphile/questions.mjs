// The same question in both dialects. Each takes a number, so that no two requests of a run are alike.
const SPECIES = ['human', 'mouse', 'rat', 'zebrafish', 'fly'];
const vector = n => Array.from({ length: 64 }, (_, i) => Math.round((Math.sin(n + i) + 0.5) * 1000) / 1000);

export const questions = [
  {
    name: 'q1: a record, 2 metadata, 2 features',
    ours: `query Q($number: Long!) { recordByNumber(number: $number) { srn title publishedAt bioSample { species tissue age } sequencing { platform reads quality }
      cellClass(first: 10) { nodes { label probability cells } } outlier(first: 2) { nodes { score reason } } } }`,
    theirs: `query Q($number: BigInt!) { recordByNumber(number: $number) { srn title publishedAt bioSampleByRecordNumber { species tissue age } sequencingByRecordNumber { platform reads quality }
      cellClassesByRecordNumber(first: 10) { nodes { label probability cells } } outliersByRecordNumber(first: 2) { nodes { score reason } } } }`,
    ourVariables: (n, records) => ({ number: 1 + n * 7919 % records }),
    theirVariables: (n, records) => ({ number: String(1 + n * 7919 % records) }),
  },
  ...[false, true].map(total => ({
    name: total ? 'q2t: filtered page of 20 with total' : 'q2: filtered page of 20',
    ours: `query Q($species: String!, $age: Float!) { bioSample(first: 20, filter: {species: {eq: $species}, age: {gt: $age}}, orderBy: [{age: ASC}]) {
      ${total ? 'totalCount ' : ''}nodes { species tissue age collected } pageInfo { hasNextPage endCursor } } }`,
    theirs: `query Q($species: String!, $age: Float!) { allBioSamples(first: 20, filter: {species: {equalTo: $species}, age: {greaterThan: $age}}, orderBy: [AGE_ASC]) {
      ${total ? 'totalCount ' : ''}nodes { species tissue age collected } pageInfo { hasNextPage endCursor } } }`,
    ourVariables: n => ({ species: SPECIES[n % 5], age: n % 90 }),
    theirVariables: n => ({ species: SPECIES[n % 5], age: n % 90 }),
  })),
  {
    name: 'q3: nearest 20 with a filter',
    ours: `query Q($to: Vector!, $species: String!) { searchText(first: 20, filter: {species: {eq: $species}}, orderBy: [{embeddingDistance: {to: $to}}]) {
      nodes { recordNumber } } }`,
    theirs: `query Q($to: String!, $species: String!) { nearest(target: $to, ofSpecies: $species) { nodes { recordNumber } } }`,
    ourVariables: n => ({ to: vector(n), species: SPECIES[n % 5] }),
    theirVariables: n => ({ to: JSON.stringify(vector(n)), species: SPECIES[n % 5] }),
  },
  {
    name: 'q4: full text by rank',
    ours: `query Q($text: String!) { searchText(first: 20, filter: {document: {matchesText: {query: $text}}}, orderBy: [{documentRank: {search: {query: $text}, direction: DESC}}]) {
      nodes { recordNumber } } }`,
    theirs: `query Q($text: String!) { searchRanked(query: $text) { nodes { recordNumber } } }`,
    ourVariables: n => ({ text: `marker${n % 200}` }),
    theirVariables: n => ({ text: `marker${n % 200}` }),
  },
  {
    name: 'q5: 20 records, nested',
    ours: `query Q($after: Long!) { record(first: 20, filter: {number: {gt: $after}}) { nodes { srn title bioSample { species tissue age } sequencing { platform quality }
      cellClass(first: 5) { nodes { label probability } } outlier(first: 2) { nodes { score } } } } }`,
    theirs: `query Q($after: BigInt!) { allRecords(first: 20, filter: {number: {greaterThan: $after}}) { nodes { srn title bioSampleByRecordNumber { species tissue age } sequencingByRecordNumber { platform quality }
      cellClassesByRecordNumber(first: 5) { nodes { label probability } } outliersByRecordNumber(first: 2) { nodes { score } } } } }`,
    ourVariables: (n, records) => ({ after: n * 7919 % (records - 100) }),
    theirVariables: (n, records) => ({ after: String(n * 7919 % (records - 100)) }),
  },
];
