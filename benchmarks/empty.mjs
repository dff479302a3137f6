// What start.mjs is held against: a process that does nothing.
console.log(performance.now());
