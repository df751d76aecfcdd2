// The whole command on the sample tickets, as `core-hours breaches` runs it.
process.argv.push("breaches");
await import("../../dist/cli/bin.js");
