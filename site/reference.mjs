export async function reference(_root, _pages) {}
