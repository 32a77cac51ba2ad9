# Writes the pictograms as one C++ file: cmake -DFOLDER=… -DNAMES=a,b -DOUTPUT=… -P this file.
# The names are sorted, because the program looks them up by halving.
string(REPLACE "," ";" NAMES "${NAMES}")
list(SORT NAMES)
set(text "#include \"kiosk/canvas/pictograms.h\"\n\nnamespace kiosk {\nnamespace {\n\n")
string(APPEND text "constexpr PictogramFile files[] = {\n")
foreach(name IN LISTS NAMES)
  file(READ "${FOLDER}/${name}.svg" svg)
  string(APPEND text "    {\"${name}\", R\"svg(${svg})svg\"},\n")
endforeach()
string(APPEND text "};\n\n}  // namespace\n\n")
string(APPEND text "std::span<const PictogramFile> pictogram_files() { return files; }\n\n")
string(APPEND text "}  // namespace kiosk\n")
file(WRITE "${OUTPUT}" "${text}")
