// SPDX-License-Identifier: Apache-2.0
// Runs the statements of a file in DuckDB and prints the rows of the last one. argv: the folder of npm's packages, threads, the file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [folder, threads, file] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${folder}/`)("@duckdb/node-api");
const database = await DuckDBInstance.create(":memory:", { threads });
const connection = await database.connect();
let answer;
for (const statement of readFileSync(file, "utf8").split(";")) answer = await connection.runAndReadAll(statement);
for (const row of answer.getRows()) console.log(row.join(" "));
