package cn.minyi5.county.history;

/** What is said about one request: asked, settled on the spot, or replied. */
record LocalTexts(String request, String resolution, String reply) {}
