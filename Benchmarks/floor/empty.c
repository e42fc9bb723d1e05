/* An empty program, linked with cmark-gfm and libyaml: what merely starting costs. */
int main(void) { return 0; }
