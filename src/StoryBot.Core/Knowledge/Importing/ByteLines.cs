namespace StoryBot.Core.Knowledge.Importing;

/// <summary>
/// The lines of a file as bytes, so that a line which is not valid text spoils only itself. A line that is too long is
/// passed over without being held.
/// </summary>
internal sealed class ByteLines(Stream stream, int limit)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>How many bytes were read from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The number of the line read last, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Whether the line read last was longer than the limit; its content is then empty.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its ending, valid until the next call; null at the end of the file.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0 || (_isAtEnd && _end > _start))
            {
                var length = at >= 0 ? searched + at : _end - _start;
                return Take(length, at >= 0 ? 1 : 0);
            }

            if (_isAtEnd)
            {
                return null;
            }

            searched = _end - _start;
            if (searched > limit)
            {
                IsTooLong = true;
                _start = _end = searched = 0;
            }

            Fill();
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int ending)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + ending;
        Number++;
        if (IsTooLong)
        {
            return default;
        }

        line = line.Span is [.., (byte)'\r'] ? line[..^1] : line;
        return Number == 1 && line.Span is [0xEF, 0xBB, 0xBF, ..] ? line[3..] : line;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = count == 0;
        _end += count;
        BytesRead += count;
    }
}
