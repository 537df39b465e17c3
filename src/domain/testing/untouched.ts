/** Members that no fix names: each must stay as it is, byte for byte. */
export const untouched = '"n": 12345678901234567890, "n": 1e400, "z": -0';
