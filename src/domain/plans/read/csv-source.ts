/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import {createLineCounter} from '../../json/to-line-column';
import type {PlanSource} from './plan-source';

export interface CsvFault {
  row: number;
  message: string;
}

/** A table: rows after the header, each a list of cells; `/2` is its third row. */
export interface CsvTable {
  source: PlanSource;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  faults: readonly CsvFault[];
}

/** RFC 4180 with the variations of spreadsheets: byte order mark, semicolons or tabs, line breaks in cells. */
export function readCsvTable(file: string, text: string): CsvTable {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lines: string[][] = [];
  const starts: number[] = [];
  const faults: CsvFault[] = [];
  let start = 0;
  Papa.parse(bare, {
    delimitersToGuess: [',', ';', '\t'],
    step({data, errors, meta}) {
      // A table with one column is valid too.
      for (const {type, message} of errors) {
        if (type !== 'Delimiter') faults.push({row: lines.length - 1, message});
      }
      if (data.some((cell) => cell.trim() !== '')) {
        lines.push(data);
        starts.push(start);
      }
      start = meta.cursor;
    },
  });
  const [header = [], ...rows] = lines;
  return {
    header: header.map((cell) => cell.trim()),
    rows,
    faults,
    source: {file, value: null, locate: (pointers) => locateRows(bare, starts.slice(1), pointers)},
  };
}

function locateRows(text: string, starts: readonly number[], pointers: readonly string[]) {
  const positionAt = createLineCounter(text);
  const rows = [...new Set(pointers.map((pointer) => Number(pointer.slice(1))))].sort((a, b) => a - b);
  return new Map(
    rows.flatMap((row) => {
      const offset = starts[row];
      return offset === undefined ? [] : [[`/${row}`, {line: positionAt(offset).line, column: 1}]];
    }),
  );
}

/** The cells of a row by column name; of two columns with the same name the first counts. */
export function createCellReader(
  header: readonly string[],
): (row: readonly string[], column: string) => string {
  const at = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const key = name.toLowerCase();
    if (!at.has(key)) at.set(key, index);
  }
  return (row, column) => (row[at.get(column.toLowerCase()) ?? -1] ?? '').trim();
}
