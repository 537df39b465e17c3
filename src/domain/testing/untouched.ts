/** Members that fixes never concern: they must stay unchanged, byte for byte. */
export const untouched = '"n": 12345678901234567890, "n": 1e400, "z": -0';
